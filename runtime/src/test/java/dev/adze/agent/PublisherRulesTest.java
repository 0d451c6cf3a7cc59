package dev.adze.agent;

import dev.adze.event.RunEvent;
import dev.adze.model.AssistantMessage;
import dev.adze.model.FinishReason;
import dev.adze.model.ModelCall;
import dev.adze.model.ModelChunk;
import dev.adze.model.ModelClient;
import dev.adze.model.ModelDelta;
import dev.adze.model.ModelException;
import dev.adze.model.ModelResponse;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/**
 * The rules of Reactive Streams, as their own test kit checks them. Its tests are TestNG's, whose
 * engine Surefire adds to JUnit's.
 */
public class PublisherRulesTest extends FlowPublisherVerification<RunEvent> {
  /** How many events a run has beside the chunks of its answer. */
  private static final long OTHERS = 6;

  public PublisherRulesTest() {
    super(new TestEnvironment(1_000, 100));
  }

  @Override
  public Flow.Publisher<RunEvent> createFlowPublisher(long elements) {
    Agent agent = Agent.builder().model(answering(Math.max(1, elements - OTHERS)), "m").build();
    Flow.Publisher<RunEvent> run = Runner.builder(agent).build().publisher("hello");
    long tooMany = OTHERS + 1 - elements;
    if (tooMany <= 0) {
      return run;
    }
    return subscriber ->
        run.subscribe(subscriber == null ? null : new Skipping(subscriber, tooMany));
  }

  /** A run that fails says so in its last event, and nothing else fails by itself. */
  @Override
  public Flow.Publisher<RunEvent> createFailedFlowPublisher() {
    return null;
  }

  private static ModelClient answering(long chunks) {
    return request -> new Answer(chunks);
  }

  /** An answer in any number of chunks. */
  private static final class Answer implements ModelCall {
    private static final ModelChunk CHUNK =
        ModelChunk.of("{}", "", List.of(new ModelDelta.Text("x")));

    private final long chunks;
    private volatile boolean cancelled;

    Answer(long chunks) {
      this.chunks = chunks;
    }

    @Override
    public ModelResponse execute(Consumer<? super ModelChunk> consumer) {
      for (long i = 0; i < chunks; i++) {
        if (cancelled) {
          throw ModelException.builder(ModelException.Kind.CANCELLED, "cancelled").build();
        }
        consumer.accept(CHUNK);
      }
      return ModelResponse.builder(AssistantMessage.of("x"), FinishReason.STOP).build();
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  /** Passes the first events over, because the kit also wants publishers of very few elements. */
  private static final class Skipping implements Flow.Subscriber<RunEvent> {
    private final Flow.Subscriber<? super RunEvent> to;
    private long left;
    private Flow.Subscription subscription;

    Skipping(Flow.Subscriber<? super RunEvent> to, long left) {
      this.to = to;
      this.left = left;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      to.onSubscribe(subscription);
    }

    @Override
    public void onNext(RunEvent event) {
      if (left-- > 0) {
        subscription.request(1);
      } else {
        to.onNext(event);
      }
    }

    @Override
    public void onError(Throwable thrown) {
      to.onError(thrown);
    }

    @Override
    public void onComplete() {
      to.onComplete();
    }
  }
}
