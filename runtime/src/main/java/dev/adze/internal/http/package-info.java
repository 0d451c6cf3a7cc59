/**
 * What the clients of all providers share: sending one request over HTTP, reading server-sent
 * events by bytes, and telling failures apart. The module exports none of it.
 */
@NullMarked
package dev.adze.internal.http;

import org.jspecify.annotations.NullMarked;
