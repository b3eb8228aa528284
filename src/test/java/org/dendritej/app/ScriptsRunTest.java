// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.dendritej.core.crack.CrackAnalysis;
import org.dendritej.core.crack.CrackOptions;
import org.dendritej.core.crack.CrackResult;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.model.Initiation;
import org.dendritej.core.model.InitiationOptions;
import org.dendritej.core.phantom.Rendering;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.phantom.SpecimenOptions;
import org.dendritej.core.phantom.Specimens;
import org.dendritej.core.pore.PoreAnalysis;
import org.dendritej.core.pore.PoreOptions;
import org.dendritej.core.pore.PoreResult;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.dendritej.core.run.Progress;
import org.dendritej.core.segment.HalfContrast;
import org.dendritej.core.segment.ShapeClasses;
import org.dendritej.core.segment.Thresholded;
import org.dendritej.io.Csv;
import org.dendritej.io.MaterialReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every macro and every Jython script of the project runs; macro, script and plain Java give the same numbers. */
class ScriptsRunTest {

	@TestFactory
	Stream<DynamicTest> everyScriptRuns(@TempDir final Path dir) throws IOException {
		final List<Path> scripts;
		try (Stream<Path> s = Files.list(Path.of("macros"))) {
			scripts = s.filter(p -> p.toString().endsWith(".ijm") || p.toString().endsWith(".py")).sorted().toList();
		}
		assertFalse(scripts.isEmpty());
		return scripts.stream().map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> {
			final Path out = Files.createDirectory(dir.resolve(p.getFileName().toString().replace('.', '-') + " µ"));
			assertEquals(0, Main.run(p.toString(), out.toString()));
			try (Stream<Path> made = Files.list(out)) {
				assertTrue(made.findAny().isPresent(), p + " wrote nothing");
			}
		}));
	}

	@Test
	void theReadmesFiveLinesRunAsTheyStand(@TempDir final Path dir) throws IOException {
		final String readme = Files.readString(Path.of("README.md"));
		final String after = readme.substring(readme.indexOf("## Five lines"));
		final String macro = after.substring(after.indexOf("```") + 3, after.indexOf("```", after.indexOf("```") + 3));
		assertEquals(0, Main.run(Files.writeString(dir.resolve("readme.ijm"), macro).toString()));
		final int python = after.indexOf("```python") + 9;
		assertEquals(0, Main.run(Files.writeString(dir.resolve("readme.py"), after.substring(python, after.indexOf("```", python))).toString()));
	}

	@Test
	void macroScriptAndJavaGiveTheSameBytes(@TempDir final Path dir) throws IOException {
		final Path a = Files.createDirectory(dir.resolve("a")), b = Files.createDirectory(dir.resolve("b"));
		assertEquals(0, Main.run("macros/ccd_from_stack.ijm", a.toString()));
		assertEquals(0, Main.run("macros/ccd_from_stack.py", b.toString()));
		final List<String> names;
		try (Stream<Path> s = Files.list(a)) {
			names = s.map(p -> p.getFileName().toString()).filter(n -> !n.endsWith(".json") && !n.endsWith(".html")).sorted().toList();
		}
		assertTrue(names.contains("specimen-prediction.csv") && names.contains("specimen-pore-labels.tif"), names.toString());
		for (final String n : names)
			assertArrayEquals(Files.readAllBytes(a.resolve(n)), Files.readAllBytes(b.resolve(n)), n);
		throughJava(a);
	}

	/** The same steps without ImageJ, SciJava or files. */
	private static void throughJava(final Path a) throws IOException {
		final SpecimenOptions plain = SpecimenOptions.of(SpecimenOptions.Kind.ENDING);
		final SpecimenOptions o = plain.withBodies(4, 0.4, plain.lengthUm(), plain.widthNm());
		final Specimen s = Specimens.make(o);
		final byte[][] grey = new byte[s.grid().nz()][];
		final var rendered = Rendering.grey8(s, o.grey(), 1, Progress.NONE);
		for (int z = 0; z < grey.length; z++)
			grey[z] = rendered.plane(z);
		final float[][] values = new float[grey.length][s.grid().planeSize()];
		for (int z = 0; z < grey.length; z++)
			for (int i = 0; i < values[z].length; i++)
				values[z][i] = grey[z][i] & 0xff;
		final FloatVolume stack = FloatVolume.of(s.grid(), values);
		final double threshold = HalfContrast.of(stack, 1, Progress.NONE).threshold();
		final var classes = ShapeClasses.of(Thresholded.below(stack, threshold, 1, Progress.NONE), 3, 1, Progress.NONE);
		final PoreResult pores = PoreAnalysis.measure(new Phase(classes, 1), PoreOptions.DEFAULT.withThreads(1), Progress.NONE);
		assertEquals(Files.readString(a.resolve("specimen-pores.csv")), Csv.text(Pore.COLUMNS, pores.pores()));
		final CrackResult cracks = CrackAnalysis.analyse(new Phase(classes, 2), pores.labels(), null, new CrackOptions(
			ElectrodeFace.Y_MINUS, 3, 1, Connectivity.TWENTYSIX, 8, CrackOptions.LITHIUM_EXPONENT, false), 1,
			Progress.NONE);
		assertEquals(Files.readString(a.resolve("specimen-cracks.csv")), Csv.text(Crack.COLUMNS, cracks.cracks()));
		final Provenance how = new Provenance("test", "0", "", java.util.Map.of(), java.util.Map.of());
		final Microstructure m = Microstructure.empty("specimen").withPores(new Section<>(s.grid(), ElectrodeFace.Y_MINUS, pores.pores(), pores.summary(),
			pores.flags(), how)).withCracks(cracks.section(how), cracks.branchSection(how), cracks.linkSection(how));
		final var electrolyte = MaterialReader.builtIn("Li6PS5Cl");
		final var prediction = Initiation.predict(m, new InitiationOptions(electrolyte, MaterialReader.builtIn(electrolyte.metal()), MaterialReader.preset(
			"A")));
		assertEquals(Files.readString(a.resolve("specimen-prediction.csv")), Csv.text(Quantity.PREDICTION, prediction.rows()));
	}

	@Test
	void exitCodesAreThoseOfTheContract(@TempDir final Path dir) throws IOException {
		assertEquals(2, Main.run("--nonsense"));
		assertEquals(2, Main.run(dir.resolve("missing.ijm").toString()));
		final Path wrong = Files.writeString(dir.resolve("wrong.ijm"), "run('Label Pores', 'image=nothing');");
		assertEquals(1, Main.run(wrong.toString()));
		final Path typo = Files.writeString(dir.resolve("typo.ijm"), "run('Predict Dendrite Initiation', 'poreradios=2');");
		assertEquals(1, Main.run(typo.toString()));
		final Path py = Files.writeString(dir.resolve("wrong.py"), "from ij import IJ\nIJ.run('Predict Dendrite Initiation', 'poreradios=2')\n");
		assertEquals(1, Main.run(py.toString()));
	}
}
