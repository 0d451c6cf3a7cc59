package dev.adze.benchmarks.limit;

import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** OkHttp, and the data lines of what it reads, as slices of one array. */
final class ChatBytes {
  /** Is given each line of data. */
  interface Lines {
    void line(byte[] bytes, int start, int end) throws IOException;
  }

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client;
  private final Request request;

  ChatBytes(String url, String json) {
    this(
        new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(5)).build(),
        new Request.Builder().url(url).post(RequestBody.create(json, JSON)).build());
  }

  private ChatBytes(OkHttpClient client, Request request) {
    this.client = client;
    this.request = request;
  }

  /** The same address, asked something else. */
  ChatBytes with(String json) {
    return new ChatBytes(client, request.newBuilder().post(RequestBody.create(json, JSON)).build());
  }

  void read(Lines lines) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      if (response.code() != 200) {
        throw new IOException("The server answers " + response.code() + ".");
      }
      read(response.body().source(), lines);
    }
  }

  private static void read(BufferedSource source, Lines lines) throws IOException {
    byte[] buffer = new byte[16_384];
    int end = 0;
    for (int count; (count = source.read(buffer, end, buffer.length - end)) >= 0; ) {
      int from = end;
      end += count;
      int start = 0;
      for (int i = from; i < end; i++) {
        if (buffer[i] == '\n') {
          if (i - start > 6 && buffer[start] == 'd') {
            lines.line(buffer, start + 6, i);
          }
          start = i + 1;
        }
      }
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      if (end == buffer.length) {
        throw new IOException("A line has at most " + buffer.length + " bytes.");
      }
    }
  }
}
