package dev.adze.internal.http;

import dev.adze.model.ModelException;
import dev.adze.model.ModelException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** One request and its response. Sent once; {@link #cancel} may come from any thread. */
public final class HttpExchange {
  private static final long ERROR_BODY_LIMIT = 64 << 10;

  private final Call call;
  private final ServerName server;
  private final ConnectTimer connecting;
  private final Duration idleTimeout;
  private final AtomicBoolean sent = new AtomicBoolean();
  private @Nullable Response response;

  HttpExchange(Call call, ServerName server, ConnectTimer connecting, Duration idleTimeout) {
    this.call = call;
    this.server = server;
    this.connecting = connecting;
    this.idleTimeout = idleTimeout;
  }

  /**
   * Sends the request and waits for the head of the response.
   *
   * @param beforeWait runs before each wait for more of a stream
   * @return the body of a response with a status of success
   * @throws ModelException if there is none
   * @throws IllegalStateException if the request was sent before
   */
  public ResponseBody send(Runnable beforeWait) {
    if (sent.getAndSet(true)) {
      throw new IllegalStateException(
          "A model call is executed once, and this one was executed before. Make a new one.");
    }
    try {
      Response answer = execute();
      response = answer;
      Wire wire = new Wire(answer.body().source(), connecting.connection());
      if (answer.isSuccessful()) {
        return new ResponseBody(wire, idleTimeout, beforeWait);
      }
      // Nothing is being thought about any more: the refusal is known, and its words are at hand.
      wire.limitSilence(idleTimeout);
      throw refused(answer.code(), firstBytes(wire.source()));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private Response execute() throws IOException {
    try {
      return call.execute();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // OkHttp waits for a connection in a queue, and lets its InterruptedException out undeclared.
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  /** Gives the connection up, now or when it is made. */
  public void cancel() {
    call.cancel();
  }

  /**
   * Throws if the exchange was cancelled. What has arrived already would go on without this.
   *
   * @throws ModelException of the kind {@code CANCELLED}
   */
  public void checkCancelled() {
    if (call.isCanceled()) {
      throw cancelled().build();
    }
  }

  /**
   * Ends the exchange.
   *
   * @param whole whether the response was read to its end, so that the connection may serve again
   */
  public void close(boolean whole) {
    if (!whole) {
      // Before the close, which would wait for the rest of the response a while.
      call.cancel();
    }
    if (response != null) {
      response.close();
    }
  }

  /** What the failed reading or writing means. */
  public ModelException failure(IOException error) {
    ModelException.Builder failure = failed(error);
    if (!server.isSecretIn(String.valueOf(error.getMessage()))) {
      failure.cause(error);
    }
    return named(failure).build();
  }

  private ModelException.Builder failed(IOException error) {
    if (connecting.timedOut()) {
      return ModelException.builder(
          Kind.TIMEOUT,
          server.hostAndPort()
              + " took too long to connect to; check the address and the network.");
    }
    return call.isCanceled() ? cancelled() : Failures.of(error, server, response != null);
  }

  /**
   * Throws if a part of a successful response is an error: the same as if it were the status.
   *
   * @param json the body, or the part of the stream that may be one
   * @throws ModelException of the kind that the error's code stands for
   */
  public void checkError(byte[] json) {
    ProviderError error = ProviderError.read(json);
    if (error != null) {
      String message = Failures.describe(server, "broke off with an error", error);
      throw named(ModelException.builder(Failures.kind(0, error), message))
          .code(code(error))
          .failedGeneration(error.failedGeneration())
          .build();
    }
  }

  /**
   * A response that cannot be understood.
   *
   * @param what what is wrong with it
   * @param json what came; its beginning is quoted
   */
  public ModelException nonsense(String what, byte[] json) {
    String message =
        server.host()
            + " sent what cannot be understood: "
            + server.withoutSecrets(what)
            + Failures.quote(server, json);
    return named(ModelException.builder(Kind.PROTOCOL, message)).build();
  }

  /** A response that ends with an error of which nothing more is known. */
  public ModelException gaveUp() {
    String message = server.host() + " broke off with an error, and does not say which.";
    return named(ModelException.builder(Kind.SERVER, message)).build();
  }

  /** A response that ended before it was whole. */
  public ModelException endedEarly() {
    String message = server.host() + " ended its response before it was whole.";
    return named(ModelException.builder(Kind.PROTOCOL, message)).build();
  }

  private ModelException refused(int status, byte[] body) {
    ProviderError error = ProviderError.read(body);
    String answered = "answered with status " + status;
    String message =
        error == null
            ? Failures.describe(server, answered, status, body)
            : Failures.describe(server, answered, error);
    return named(ModelException.builder(Failures.kind(status, error), message))
        .code(error == null ? null : code(error))
        .failedGeneration(error == null ? null : error.failedGeneration())
        .retryAfter(
            RetryAfter.parse(header("retry-after-ms"), header("Retry-After"), Instant.now()))
        .build();
  }

  private @Nullable String code(ProviderError error) {
    String code = error.code();
    return code == null ? null : server.withoutSecrets(code);
  }

  private ModelException.Builder cancelled() {
    return ModelException.builder(
        Kind.CANCELLED, "The call to " + server.host() + " was cancelled.");
  }

  private ModelException.Builder named(ModelException.Builder failure) {
    if (response != null) {
      failure.status(response.code());
    }
    String id = header("x-request-id");
    return failure.requestId(id == null ? header("request-id") : id);
  }

  private @Nullable String header(String name) {
    return response == null ? null : response.header(name);
  }

  private static byte[] firstBytes(BufferedSource source) {
    try {
      source.request(ERROR_BODY_LIMIT);
    } catch (IOException e) {
      // The status is the failure to report; its explanation ends where the connection did.
    }
    long size = Math.min(source.getBuffer().size(), ERROR_BODY_LIMIT);
    return source.getBuffer().snapshot((int) size).toByteArray();
  }
}
