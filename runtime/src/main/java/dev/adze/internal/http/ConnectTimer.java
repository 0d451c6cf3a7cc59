package dev.adze.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okio.AsyncTimeout;
import org.jspecify.annotations.Nullable;

/**
 * Limits the time from the first packet to a connection that requests can go over. OkHttp's own
 * limit ends with the TCP connection, and lets a TLS handshake take as long as an answer may.
 */
final class ConnectTimer extends EventListener {
  private final AtomicBoolean running = new AtomicBoolean();
  private final AsyncTimeout timer =
      new AsyncTimeout() {
        @Override
        protected void timedOut() {
          timedOut = true;
          if (call != null) {
            call.cancel();
          }
        }
      };
  private volatile @Nullable Call call;
  private volatile boolean timedOut;
  private volatile @Nullable Connection connection;

  ConnectTimer(Duration limit) {
    timer.timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether the call was cancelled because it took too long to connect. */
  boolean timedOut() {
    return timedOut;
  }

  /** What the call goes over; null as long as it has none. */
  @Nullable Connection connection() {
    return connection;
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    if (running.compareAndSet(false, true)) {
      this.call = call;
      timer.enter();
    }
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    this.connection = connection;
    stop();
  }

  @Override
  public void callFailed(Call call, IOException error) {
    stop();
  }

  private void stop() {
    if (running.compareAndSet(true, false)) {
      timer.exit();
    }
  }
}
