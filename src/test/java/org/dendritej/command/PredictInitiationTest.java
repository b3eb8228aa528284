// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;
import org.dendritej.session.MicrostructureService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.ImagePlus;
import ij.macro.Interpreter;

/** Predict Dendrite Initiation as a user calls it: views, image mode, comparison, cell tests, user files, bad input. */
class PredictInitiationTest {

	private static final Map<String, Object> DENSE83 = Map.of("sample", "dense83", "poreradius", 2.3, "poreseparation", 10.0, "cracklength", 2.5,
		"crackwidth", 158.0);
	private static final Map<String, Object> DENSE99 = Map.of("sample", "dense99", "poreradius", 0.5, "poreseparation", 22.0, "cracklength", 1.5,
		"crackwidth", 125.0);

	private Context context;

	@BeforeEach
	void open() {
		context = new Context();
	}

	@AfterEach
	void close() {
		context.dispose();
	}

	private Module run(final String command, final Map<String, Object> base, final Object... more) {
		final Map<String, Object> keys = new HashMap<>(base);
		for (int i = 0; i < more.length; i += 2)
			keys.put((String) more[i], more[i + 1]);
		try {
			return context.service(CommandService.class).run("org.dendritej.command." + command, true, keys).get();
		}
		catch (final Exception e) {
			throw new IllegalStateException(e);
		}
	}

	private Module predict(final Map<String, Object> base, final Object... more) {
		final Module m = run("PredictInitiation", base, more);
		assertNull(((SuiteCommand) m.getDelegateObject()).getCancelReason());
		return m;
	}

	private String refused(final Map<String, Object> base, final Object... more) {
		final SuiteCommand c = (SuiteCommand) run("PredictInitiation", base, more).getDelegateObject();
		assertTrue(c.isCanceled(), "accepted " + List.of(more));
		BadInputTest.sentence(c.getCancelReason());
		return c.getCancelReason();
	}

	private Quantity row(final String sample, final String name) {
		final Microstructure m = context.service(MicrostructureService.class).find(sample).orElseThrow();
		return m.prediction().rows().stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow();
	}

	private static double ccd(final Module m) {
		return (Double) m.getOutput("ccd");
	}

	/** Columns of a CSV file by name; cells without commas only. */
	private static Map<String, double[]> csv(final Path file) throws IOException {
		final List<String> lines = Files.readAllLines(file);
		final String[] names = lines.get(0).split(",");
		final Map<String, double[]> columns = new LinkedHashMap<>();
		for (int c = 0; c < names.length; c++) {
			final int at = c;
			columns.put(names[c], lines.stream().skip(1).map(l -> l.split(",", -1)[at]).mapToDouble(s -> s.matches("-?[0-9.]+(E-?[0-9]+)?") ? Double.parseDouble(s)
				: Double.NaN)
				.toArray());
		}
		return columns;
	}

	@Test
	void bothPresetsGiveThePublishedCurrentsWithinAFactorTwo() {
		for (final String preset : new String[] { "A", "B" }) {
			final double low = ccd(predict(DENSE83, "preset", preset)), high = ccd(predict(DENSE99, "preset", preset));
			assertTrue(low > 0.5 && low < 2 && high > 5 && high < 20, preset + ": " + low + ", " + high);
		}
		assertTrue(row("dense83", "validity").source().contains("typed_exact"), "exact numbers are not remarked on");
	}

	@Test
	void sweepsHaveTheSignsOfFigure5(@TempDir final Path dir) throws IOException {
		predict(DENSE83, "sweep", "all", "target", 10.0, "folder", dir.toString());
		for (final String v : List.of("poreradius_um", "poreseparation_um", "cracklength_um", "crackwidth_nm")) {
			final String key = v.substring(0, v.indexOf('_'));
			final Map<String, double[]> t = csv(dir.resolve("dense83-sweep-" + key + ".csv"));
			final double[] x = t.get(v), y = t.get("ccd_ma_cm2");
			int steps = 0;
			for (int i = 1; i < x.length; i++) {
				if (Double.isNaN(y[i]) || Double.isNaN(y[i - 1])) continue;
				steps++;
				assertTrue(x[i] > x[i - 1] && (key.equals("crackwidth") ? y[i] > y[i - 1] : y[i] < y[i - 1]), key + " at " + x[i]);
			}
			assertTrue(steps > 100, key);
		}
		final double[] path = csv(dir.resolve("dense83-sweep-path.csv")).get("ccd_ma_cm2");
		assertTrue(path[path.length - 1] > 10 * path[0]);
		final Map<String, double[]> map = csv(dir.resolve("dense83-map-poreradius-cracklength.csv"));
		assertEquals(61 * 61, map.get("ccd_ma_cm2").length);
		for (final String stem : List.of("sweep-path", "path-parts", "tornado", "design", "map-crackwidth-poreseparation"))
			drawn(dir, "dense83-" + stem);
	}

	/** PNG and SVG are there, the SVG is well-formed and holds text. */
	private static void drawn(final Path dir, final String stem) throws IOException {
		assertTrue(Files.size(dir.resolve(stem + ".png")) > 5000, stem);
		try (InputStream in = Files.newInputStream(dir.resolve(stem + ".svg"))) {
			assertTrue(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getElementsByTagName("text").getLength() > 5, stem);
		}
		catch (final javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
			throw new IOException(stem, e);
		}
	}

	@Test
	void theNeededChangeReachesTheTarget(@TempDir final Path dir) throws IOException {
		predict(DENSE83, "target", 3.0, "folder", dir.toString());
		final List<String> lines = Files.readAllLines(dir.resolve("dense83-design.csv"));
		int reached = 0;
		for (final String line : lines.subList(1, lines.size())) {
			final String[] cell = line.split(",");
			if (cell[3].isEmpty()) continue;
			assertEquals(3, ccd(predict(DENSE83, cell[0], Double.parseDouble(cell[3]))), 3e-6, cell[0]);
			reached++;
		}
		assertTrue(reached >= 4);
	}

	@Test
	void specimensAreComparedAndCalibratedTogether(@TempDir final Path dir) throws IOException {
		predict(DENSE99, "folder", dir.toString());
		predict(DENSE83, "compare", "dense99", "calibrate", "dense83:1:0.9:1.1,dense99:10:9:11", "folder", dir.toString());
		final Quantity p = row("dense83", "probability_dense83_over_dense99");
		assertEquals(0.6649 / 13.559, row("dense83", "ccd_ratio_dense83_over_dense99").value(), 1e-5);
		assertTrue(p.value() < 0.01, "P = " + p.value());
		final Quantity strength = row("dense83", "calibrated_strength");
		assertEquals(156.2, strength.value(), 0.1);
		assertTrue(strength.source().contains("identifiable"));
		drawn(dir, "dense83-comparison");
		// the same specimen again, from its file
		predict(DENSE83, "compare", dir.resolve("dense99.dendritej.json").toString());
		assertEquals(p.value(), row("dense83", "probability_dense83_over_dense99").value());
		// calibrated on one specimen alone, the strength gives its current back
		predict(DENSE83, "calibrate", "1");
		assertEquals(1, ccd(predict(DENSE83, "strength", row("dense83", "calibrated_strength").value())), 1e-6);
	}

	@Test
	void cellTestsStandBesideThePrediction(@TempDir final Path dir) throws IOException {
		final Path tests = Files.writeString(dir.resolve("t.csv"), "current_ma_cm2,specimen,failed\n9,a,no\n9,b,no\n9,c,no\n10,d,yes\n10,e,yes\n10,f,yes\n");
		predict(DENSE99, "preset", "B", "tests", tests.toString(), "folder", dir.toString());
		final Map<String, double[]> t = csv(dir.resolve("dense99-tests.csv"));
		assertEquals(1 - Math.pow(0.05, 1 / 3.0), t.get("failure_upper")[0], 1e-9);
		// n cells without a failure exclude 10 % at 95 % confidence if 0.9^n <= 0.05
		assertEquals(Math.ceil(Math.log(0.05) / Math.log(0.9)) - 3, t.get("further_survivors_for_10_percent")[0]);
		final Quantity median = row("dense99", "tests_ccd_median");
		assertTrue(median.value() > 9 && median.value() < 10);
		drawn(dir, "dense99-tests");
	}

	@Test
	void imageModeShowsTheWeakestPore(@TempDir final Path dir) throws IOException {
		final ImagePlus classes = (ImagePlus) run("MakeSpecimen", Map.of("kind", "ending", "count", 6, "poreradius", 0.4, "sample", "ending")).getOutput("classes");
		final ImagePlus labels = (ImagePlus) run("LabelPores", Map.of("image", classes)).getOutput("labels");
		Interpreter.batchMode = true;
		labels.show();
		try {
			run("SkeletonizeCracks", Map.of("image", classes, "labels", labels.getTitle()));
			final Module m = predict(Map.of("sample", "ending", "mode", "image", "labels", labels.getTitle(), "folder", dir.toString()));
			final double[] current = csv(dir.resolve("ending-fracture-currents.csv")).get("fracture_ma_cm2");
			assertEquals(current[0], ccd(m));
			assertEquals(row("ending", "ccd_weakest_pore").value(), ccd(m));
			for (int i = 1; i < current.length; i++)
				assertTrue(current[i] >= current[i - 1]);
			final Set<Float> painted = new HashSet<>(), expected = new HashSet<>();
			final ImagePlus map = (ImagePlus) m.getOutput("fracturemap");
			for (int z = 1; z <= map.getStackSize(); z++)
				for (final float v : (float[]) map.getStack().getPixels(z))
					if (v > 0) painted.add(v);
			for (final double c : current)
				expected.add((float) c);
			assertEquals(expected, painted);
			assertTrue(map.getOverlay().size() > 0);
			assertTrue(Files.size(dir.resolve("ending-fracture-map.png")) > 2000);
		}
		finally {
			Interpreter.removeBatchModeImage(labels);
			Interpreter.batchMode = false;
		}
	}

	@Test
	void cracksWithoutAnOpenEndLeadToTheOccludedBranch(@TempDir final Path dir) throws IOException {
		// the cracks end at Y-; with the electrode on the other side none of them is open
		final ImagePlus classes = (ImagePlus) run("MakeSpecimen", Map.of("kind", "ending", "count", 6, "poreradius", 0.4, "sample", "ending")).getOutput("classes");
		final ImagePlus labels = (ImagePlus) run("LabelPores", Map.of("image", classes, "face", "Y+")).getOutput("labels");
		Interpreter.batchMode = true;
		labels.show();
		try {
			run("SkeletonizeCracks", Map.of("image", classes, "labels", labels.getTitle(), "face", "Y+"));
		}
		finally {
			Interpreter.removeBatchModeImage(labels);
			Interpreter.batchMode = false;
		}
		final Module m = predict(Map.of("sample", "ending", "mode", "image", "folder", dir.toString()));
		assertTrue(Double.isNaN(ccd(m)));
		assertEquals("stop", m.getOutput("validity"));
		assertEquals(6, csv(dir.resolve("ending-occluded-pores.csv")).get("pore").length);
		assertTrue(row("ending", "ccd_leakage").value() > 0);
	}

	private static String builtIn(final String name) throws IOException {
		try (InputStream in = PredictInitiationTest.class.getResourceAsStream("/org/dendritej/materials/" + name + ".json")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@Test
	void filesOfUsersAreReadLikeTheBuiltInOnes(@TempDir final Path dir) throws IOException {
		final String material = Files.writeString(dir.resolve("mine.json"), builtIn("Li6PS5Cl")).toString();
		final String preset = Files.writeString(dir.resolve("pair.json"), builtIn("preset-B")).toString();
		assertEquals(ccd(predict(DENSE83, "preset", "B")), ccd(predict(DENSE83, "material", material, "preset", preset)));
		final String unitless = builtIn("Li6PS5Cl").replaceFirst("\"unit\": \"[^\"]*\",", "");
		assertTrue(refused(DENSE83, "material", Files.writeString(dir.resolve("u.json"), unitless).toString()).contains("has no unit"));
		final String unknown = builtIn("Li6PS5Cl").replaceFirst("\"properties\": \\{", "\"properties\": { \"colour\": 3,");
		assertTrue(refused(DENSE83, "material", Files.writeString(dir.resolve("k.json"), unknown).toString()).contains("colour"));
		final String strange = builtIn("preset-A").replaceFirst("\"note\"", "\"remark\"");
		assertTrue(refused(DENSE83, "preset", Files.writeString(dir.resolve("r.json"), strange).toString()).contains("remark"));
		assertTrue(refused(DENSE83, "material", Files.writeString(dir.resolve("e.json"), "hello").toString()).contains("e.json"));
		assertTrue(refused(DENSE83, "material", dir.resolve("none.json").toString()).contains("does not exist"));
	}

	@TestFactory
	List<DynamicTest> badKeys() {
		final Object[][] cases = { { "strength", 5.0, "stack", 7.0, "not above the stack pressure" }, { "temperature", 100.0, "stack", 0.0, "temperature" },
			{ "temperature", 500.0, "stack", 0.0, "melting" }, { "poreradius", 6.0, "stack", 0.0, "overlap" }, { "poreradius", 3.0, "stack", 0.0, "0.256" },
			{ "poreradius", -1.0, "stack", 0.0, "poreradi" }, { "crackwidth", Double.NaN, "stack", 0.0, "" }, { "samples", 0, "stack", 0.0, "samples" },
			{ "samples", 2_000_000_000, "stack", 0.0, "samples" }, { "sweep", "porosity", "stack", 0.0, "sweep=porosity" }, { "range", "1,2", "stack", 0.0,
				"range=1,2" }, { "range", "2,1", "sweep", "stack", "range=2" }, { "range", "a,b", "sweep", "stack", "range=a,b" }, { "target", -1.0, "stack", 0.0,
					"target" }, { "mode", "pore", "stack", 0.0, "mode=pore" }, { "mode", "image", "stack", 0.0, "mode=image" }, { "compare", "nobody", "stack", 0.0,
						"compare=nobody" }, { "compare", "dense83", "stack", 0.0, "compare=dense83" }, { "calibrate", "one", "stack", 0.0, "calibrate=one" }, {
							"calibrate", "dense83:1:2:3", "stack", 0.0, "outside its interval" }, { "tests", "/nowhere.csv", "stack", 0.0, "tests=" }, { "crackrule",
								"half", "stack", 0.0, "crackrule" }, { "widthreading", "x", "stack", 0.0, "widthreading" }, { "fracture", "hoop", "stack", 0.0,
									"tensile strength" }, { "fracture", "toughness", "strength", 100.0, "leave strength out" }, { "ends", "some", "stack", 0.0, "ends=some" },
			{ "material", "lithium", "stack", 0.0, "is a metal" }, { "material", "LLZO", "stack", 0.0, "not built in" }, { "material", "NaBetaAlumina", "stack",
				0.0, "sodium" }, { "preset", "C", "stack", 0.0, "preset=C" }, { "electrodearea", -1.0, "stack", 0.0, "electrodearea" } };
		return java.util.Arrays.stream(cases).map(c -> DynamicTest.dynamicTest(c[0] + "=" + c[1] + " " + c[2] + "=" + c[3], () -> {
			try {
				context = new Context();
				final String said = refused(DENSE83, c[0], c[1], c[2], c[3]);
				assertTrue(said.contains((String) c[4]), said);
				assertFalse(context.service(MicrostructureService.class).samples().contains("dense83"), "a document was made");
			}
			finally {
				context.dispose();
			}
		})).toList();
	}
}
