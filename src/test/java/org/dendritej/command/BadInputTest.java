// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.dendritej.ij.Checksum;
import org.dendritej.core.run.Progress;
import org.dendritej.testkit.BadImages;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

import ij.ImagePlus;
import ij.WindowManager;

/** What no command may accept: one set of bad inputs, run through every command that takes an image or a folder. */
class BadInputTest {

	/** Commands that work on single images as well as on volumes. */
	private static final List<String> FLAT = List.of("Overlay Magnesium Map");
	/** Commands whose image is grey or holds labels, so that any set of values is allowed. */
	private static final List<String> GREY = List.of("Prepare FIB-SEM Stack", "Segment Pores and Cracks", "Overlay Magnesium Map",
		"Send Labels to 3D Manager", "Color Labels by Value", "Orthogonal Label Views", "Render Turntable", "Export Label Meshes", "Show Labels in 3D Viewer",
		"Compare with 3D ImageJ Suite");

	@TestFactory
	List<DynamicTest> badImages() {
		final List<DynamicTest> tests = new ArrayList<>();
		for (final CommandInfo c : withInput("image")) {
			final Map<String, BadImages.Case> cases = new LinkedHashMap<>();
			BadImages.forVolumes().forEach((name, k) -> {
				if (!FLAT.contains(c.getLabel()) || !name.equals("2D")) cases.put(name, k);
			});
			if (!GREY.contains(c.getLabel())) cases.putAll(BadImages.forMasks());
			cases.forEach((name, k) -> tests.add(DynamicTest.dynamicTest(c.getLabel() + ": " + name, () -> {
				final ImagePlus imp = k.image().get();
				final String before = imp.getWidth() > 0 ? Checksum.of(imp, 1, Progress.NONE) : "";
				final String said = refused(c, Map.of("image", imp));
				assertTrue(said.contains(k.says()), said);
				sentence(said);
				if (imp.getWidth() > 0) assertEquals(before, Checksum.of(imp, 1, Progress.NONE), "the input was changed");
			})));
			tests.add(DynamicTest.dynamicTest(c.getLabel() + ": no image", () -> {
				WindowManager.setTempCurrentImage(null);
				assertTrue(refused(c, Map.of()).contains("No image is open"));
			}));
			tests.add(DynamicTest.dynamicTest(c.getLabel() + ": bad voxel", () -> assertTrue(refused(c, Map.of("image", BadImages.ball("v"), "voxel",
				"0.04,0")).contains("voxel=0.04,0"))));
		}
		assertFalse(tests.isEmpty());
		return tests;
	}

	@TestFactory
	List<DynamicTest> badFaces() {
		final List<DynamicTest> tests = new ArrayList<>();
		for (final CommandInfo c : withInput("face"))
			tests.add(DynamicTest.dynamicTest(c.getLabel() + ": face that does not exist", () -> {
				final String said = refused(c, Map.of("image", BadImages.ball("f"), "face", "up"));
				assertTrue(said.contains("face=up") && said.contains("Y-"), said);
			}));
		return tests;
	}

	@TestFactory
	List<DynamicTest> badFolders(@TempDir final Path dir) throws Exception {
		final Path file = Files.writeString(dir.resolve("file"), "x");
		final List<DynamicTest> tests = new ArrayList<>();
		for (final CommandInfo c : withInput("image"))
			tests.add(DynamicTest.dynamicTest(c.getLabel() + ": folder that is a file", () -> {
				final String said = refused(c, Map.of("image", BadImages.ball("d"), "folder", file.toString()));
				assertTrue(said.contains("folder="), said);
			}));
		return tests;
	}

	@Test
	void anExistingFileIsNotReplacedUnasked(@TempDir final Path dir) throws Exception {
		final Path csv = Files.writeString(dir.resolve("kept-pores.csv"), "precious");
		try (Context context = new Context()) {
			final CommandInfo c = context.service(CommandService.class).getCommand(LabelPores.class.getName());
			final String said = refused(c, Map.of("image", BadImages.ball("kept"), "folder", dir.toString()));
			assertTrue(said.contains("kept-pores.csv") && said.contains("overwrite"), said);
		}
		assertEquals("precious", Files.readString(csv));
		try (var files = Files.list(dir)) {
			assertEquals(1, files.count(), "something else was written");
		}
	}

	private static List<CommandInfo> withInput(final String key) {
		try (Context context = new Context()) {
			return context.service(CommandService.class).getCommands().stream().filter(c -> c.getClassName().startsWith("org.dendritej.") && c.getInput(
				key) != null).toList();
		}
	}

	/** One sentence (or two): no trace, no exception name, ends with a full stop. */
	static void sentence(final String said) {
		assertTrue(said.endsWith("."), said);
		assertFalse(said.contains("Exception") || said.contains("\n") || said.contains("null"), said);
	}

	static String refused(final CommandInfo c, final Map<String, Object> inputs) throws InterruptedException, ExecutionException {
		try (Context context = new Context()) {
			final SuiteCommand command = (SuiteCommand) context.service(CommandService.class).run(c.getClassName(), true, new HashMap<>(inputs)).get()
				.getDelegateObject();
			assertTrue(command.isCanceled(), c.getLabel() + " accepted " + inputs);
			assertTrue(context.service(org.dendritej.session.MicrostructureService.class).samples().isEmpty(), "a document was made");
			return command.getCancelReason();
		}
	}
}
