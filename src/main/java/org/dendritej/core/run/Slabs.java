// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Cuts volumes into slabs along z and works on them with several threads.
 * <p>
 * Tasks are handed out in order, to whichever thread is free; a task must write only what belongs to its own index, so
 * that results do not depend on the number of threads. Threads live for one call: nothing is kept, nothing is static.
 */
public final class Slabs {

	private Slabs() {}

	/**
	 * A range of slices.
	 *
	 * @param index its number, from 0
	 * @param z0 first slice
	 * @param z1 slice after the last
	 */
	public record Slab(int index, int z0, int z1) {}

	/**
	 * Cuts nz slices into slabs of a given height.
	 *
	 * @param nz slices
	 * @param height slices in a slab; the last may be lower
	 * @return the slabs in order
	 */
	public static List<Slab> cut(final int nz, final int height) {
		if (height < 1) throw new IllegalArgumentException("A slab of " + height
			+ " slices is empty; give a height of at least 1.");
		final List<Slab> slabs = new ArrayList<>();
		for (int z = 0; z < nz; z += height)
			slabs.add(new Slab(slabs.size(), z, Math.min(nz, z + height)));
		return slabs;
	}

	/**
	 * Number of threads to use.
	 *
	 * @param wanted what the user asked for; 0 or less means all
	 * @return at least 1, at most the processors of the machine when all are asked for
	 */
	public static int threads(final int wanted) {
		return wanted > 0 ? wanted : Math.max(1, Runtime.getRuntime().availableProcessors());
	}

	/**
	 * An order for tasks of unequal length: the longest does not begin last.
	 *
	 * @param n number of tasks
	 * @param size how long each of 0 to n - 1 takes, in any unit
	 * @return the numbers from 0 to n - 1 by falling size; equal ones in rising order
	 */
	public static int[] largestFirst(final int n, final IntUnaryOperator size) {
		final int[] sizes = IntStream.range(0, n).map(size).toArray();
		return IntStream.range(0, n).boxed().sorted(Comparator.comparingInt(i -> -sizes[i])).mapToInt(Integer::intValue).toArray();
	}

	/**
	 * Runs tasks 0 .. n-1. The calling thread works too and is the only one that reports progress.
	 *
	 * @param n number of tasks
	 * @param threads threads to use; 0 or less means all
	 * @param progress told the fraction of tasks handed out; asked before each task whether to stop
	 * @param stage the words to report, or null to report nothing
	 * @param task called once for each index
	 * @throws java.util.concurrent.CancellationException if cancelled; the first failure of a task is passed on as it is
	 */
	public static void forEach(final int n, final int threads, final Progress progress, final String stage,
		final IntConsumer task)
	{
		final int workers = Math.min(threads(threads), n);
		final AtomicInteger next = new AtomicInteger();
		final AtomicReference<Throwable> failure = new AtomicReference<>();
		final Thread caller = Thread.currentThread();
		final Runnable loop = () -> {
			try {
				for (int i = next.getAndIncrement(); i < n && failure.get() == null; i = next.getAndIncrement()) {
					progress.check();
					task.accept(i);
					if (stage != null && Thread.currentThread() == caller) progress.report(Math.min(n, next.get()) / (double) n, stage);
				}
			}
			catch (final RuntimeException | Error e) {
				failure.compareAndSet(null, e);
			}
		};
		final List<Thread> others = new ArrayList<>();
		for (int w = 1; w < workers; w++) {
			final Thread t = new Thread(loop, "dendritej-" + w);
			t.setDaemon(true);
			t.start();
			others.add(t);
		}
		loop.run();
		joinAll(others);
		final Throwable t = failure.get();
		if (t instanceof RuntimeException) throw (RuntimeException) t;
		if (t instanceof Error) throw (Error) t;
	}

	/** Waits for all helpers even when interrupted: a task must not outlive its call. */
	private static void joinAll(final List<Thread> threads) {
		boolean interrupted = false;
		for (final Thread t : threads) {
			while (t.isAlive()) {
				try {
					t.join();
				}
				catch (final InterruptedException e) {
					interrupted = true;
				}
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}
}
