package dev.adze.agent;

import dev.adze.approval.Approver;
import dev.adze.loop.LoopInput;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a run gives to the runs within its calls.
 *
 * @param runner the one that performs the run
 * @param request what the run was asked for
 * @param approver who decides in the run; null if nobody does
 * @param inbox where the run takes what happens to it
 * @param delivery the way of its events
 * @param context puts the caller's thread context around a task
 */
record Surroundings(
    Runner runner,
    RunRequest request,
    @Nullable Approver approver,
    Consumer<LoopInput> inbox,
    Delivery delivery,
    UnaryOperator<Runnable> context) {}
