package dev.adze.internal.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;

/** A request's JSON, handed over to the connection without a copy, and therefore once. */
final class JsonBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json");

  private final Buffer json;
  private final long length;

  JsonBody(Buffer json) {
    this.json = json;
    this.length = json.size();
  }

  @Override
  public MediaType contentType() {
    return JSON;
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(json, length);
  }
}
