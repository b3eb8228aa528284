// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads Bruker element maps (.bcf): the spectrum of each pixel, the images taken with it, and the calibration.
 * <p>
 * Pixels in the "instructed" packing are read (runs of zeros, 4-bit, and 1, 2 or 4-byte values over a base). Pixels stored
 * as lists of pulses are refused with the way round. The layout was worked out from files and from public remarks on the
 * format; nothing was taken from another reader.
 */
public final class BrukerBcf {

	private static final int FIRST_ROW = 0x1a0;
	private static final int PIXEL_HEAD = 22;
	private static final int INSTRUCTED = 2;

	private BrukerBcf() {}

	/**
	 * A map with its images.
	 *
	 * @param cube the spectra
	 * @param images electron images of the same pixels by name, such as AsB; in the order of the file
	 * @param beamKeV beam energy, keV; NaN if the file does not say
	 */
	public record Hypermap(SpectrumCube cube, Map<String, FloatVolume> images, double beamKeV) {}

	/**
	 * Reads a file.
	 *
	 * @param file the .bcf
	 * @return spectra, images and calibration
	 * @throws IOException if the file cannot be read
	 * @throws IllegalArgumentException if it is damaged or packed in another way
	 */
	public static Hypermap read(final Path file) throws IOException {
		final String name = file.getFileName().toString();
		try (SingleFileSystem container = new SingleFileSystem(file)) {
			final Document header = xml(name, container.read("HeaderData"));
			final ByteBuffer data = ByteBuffer.wrap(container.read("SpectrumData0")).order(ByteOrder.LITTLE_ENDIAN);
			final double dx = edge(header, "DX");
			final double dy = edge(header, "DY");
			final SpectrumCube cube = spectra(name, data, dx, dy, number(header, "CalibAbs"), number(header, "CalibLin"));
			return new Hypermap(cube, images(header, cube.grid()), number(header, "HV"));
		}
	}

	private static SpectrumCube spectra(final String name, final ByteBuffer data, final double dx, final double dy,
		final double offset, final double gain)
	{
		if (data.capacity() < FIRST_ROW) throw new IllegalArgumentException(name + ": the spectra end after " + data.capacity()
			+ " bytes; copy the file again from the microscope.");
		final int ny = data.getInt(0);
		final int nx = data.getInt(4);
		final int channels = data.getInt(8);
		if (nx < 1 || ny < 1 || (long) nx * ny > 1 << 26) throw new IllegalArgumentException(name + ": a map of " + nx + " x " + ny
			+ " pixels cannot be read; 1 to 67108864 pixels are possible: copy the file again from the microscope.");
		final SpectrumCube.Builder builder = new SpectrumCube.Builder(VoxelGrid.of(nx, ny, 1, dx, dy, dx), channels);
		final int[] spectrum = new int[channels];
		try {
			data.position(FIRST_ROW);
			for (int y = 0; y < ny; y++)
				for (int k = data.getInt(); k > 0; k--) {
					final int x = pixel(name, data, spectrum, y);
					if (x < 0 || x >= nx) throw new IllegalArgumentException(name + ": row " + y + " has a pixel x=" + x
						+ " outside the map of " + nx + " columns; copy the file again from the microscope.");
					builder.put(y * nx + x, spectrum);
				}
		}
		catch (final java.nio.BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
			throw new IllegalArgumentException(name
				+ ": the spectra are cut off or damaged; copy the file again from the microscope.", e);
		}
		return builder.build(offset, gain);
	}

	/** One pixel; its spectrum replaces what was there. */
	private static int pixel(final String name, final ByteBuffer data, final int[] spectrum, final int y) {
		final int head = data.position();
		final int x = data.getInt(head);
		final int flag = data.getShort(head + 12) & 0xffff;
		final int pulses = data.getShort(head + 16) & 0xffff;
		final int size = data.getShort(head + 18) & 0xffff;
		if (flag != INSTRUCTED || pulses != 0) throw new IllegalArgumentException(name + ": pixel x=" + x + ", y=" + y
			+ " is stored as a list of pulses (kind " + flag + ", " + pulses
			+ " pulses), which is not read here; open the file with RosettaSciIO and save it as RPL/RAW, then read that.");
		if (head + PIXEL_HEAD + size > data.capacity()) throw new java.nio.BufferUnderflowException();
		java.util.Arrays.fill(spectrum, 0);
		data.position(head + PIXEL_HEAD);
		final int end = head + PIXEL_HEAD + size;
		int c = 0;
		while (data.position() < end) {
			final int width = data.get() & 0xff;
			final int n = data.get() & 0xff;
			if (width == 1) nibbles(data, spectrum, c, n);
			else if (width == 2 || width == 4 || width == 8) values(data, spectrum, c, n, width);
			else if (width != 0) throw new IllegalArgumentException(name + ": pixel x=" + x + ", y=" + y
				+ " uses the unknown packing " + width + "; open the file with RosettaSciIO and save it as RPL/RAW.");
			c += n;
		}
		if (data.position() != end) throw new IllegalArgumentException(name + ": pixel x=" + x + ", y=" + y
			+ " is longer than it says; copy the file again from the microscope.");
		return x;
	}

	/** Two values in a byte, the low half first, over a base of one byte. */
	private static void nibbles(final ByteBuffer data, final int[] spectrum, final int c, final int n) {
		final int base = data.get() & 0xff;
		for (int i = 0; i < n; i += 2) {
			final int b = data.get() & 0xff;
			spectrum[c + i] = base + (b & 15);
			if (i + 1 < n) spectrum[c + i + 1] = base + (b >> 4);
		}
	}

	/** Values of half the width over a base of the whole width. */
	private static void values(final ByteBuffer data, final int[] spectrum, final int c, final int n, final int width) {
		final long base = width == 2 ? data.getShort() & 0xffff : width == 4 ? data.getInt() & 0xffffffffL : data.getLong();
		for (int i = 0; i < n; i++) {
			final long v = width == 2 ? data.get() & 0xff : width == 4 ? data.getShort() & 0xffff : data.getInt() & 0xffffffffL;
			spectrum[c + i] = Math.toIntExact(base + v);
		}
	}

	/** Parsed without document types and external entities. */
	private static Document xml(final String name, final byte[] bytes) throws IOException {
		try {
			final DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
			f.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			f.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			f.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			f.setXIncludeAware(false);
			f.setExpandEntityReferences(false);
			final javax.xml.parsers.DocumentBuilder builder = f.newDocumentBuilder();
			builder.setErrorHandler(null);
			return builder.parse(new ByteArrayInputStream(bytes));
		}
		catch (final SAXException e) {
			throw new IllegalArgumentException(name + ": the header inside is not valid XML (" + e.getMessage()
				+ "); copy the file again from the microscope.", e);
		}
		catch (final ParserConfigurationException e) {
			throw new IllegalStateException("This Java has no safe XML parser.", e);
		}
	}

	/** The first such element that holds a number, with decimal point or comma. */
	private static double number(final Document d, final String tag) {
		final NodeList all = d.getElementsByTagName(tag);
		for (int i = 0; i < all.getLength(); i++) {
			final String text = all.item(i).getTextContent().strip().replace(',', '.');
			if (text.matches("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?")) return Double.parseDouble(text);
		}
		return Double.NaN;
	}

	private static double edge(final Document d, final String tag) {
		final double v = number(d, tag);
		return v > 0 ? v : 1;
	}

	/** Images of 1, 2 or 4 bytes that have the map's size and are not marked as empty. */
	private static Map<String, FloatVolume> images(final Document d, final VoxelGrid grid) {
		final Map<String, FloatVolume> images = new LinkedHashMap<>();
		final NodeList instances = d.getElementsByTagName("ClassInstance");
		for (int i = 0; i < instances.getLength(); i++) {
			final Element e = (Element) instances.item(i);
			if (!e.getAttribute("Type").equals("TRTImageData") || !e.getAttribute("Name").isEmpty()) continue;
			final String bytes = text(e, "ItemSize");
			if (!text(e, "Width").equals("" + grid.nx()) || !text(e, "Height").equals("" + grid.ny()) || !bytes.matches("[124]"))
				continue;
			for (int p = 0; e.getElementsByTagName("Plane" + p).getLength() > 0; p++) {
				final Element plane = (Element) e.getElementsByTagName("Plane" + p).item(0);
				final byte[] pixels = Base64.getMimeDecoder().decode(text(plane, "Data"));
				if (pixels.length != grid.planeSize() * Integer.parseInt(bytes) || text(plane, "Valid").equals("0")) continue;
				images.putIfAbsent(text(plane, "Description"), image(pixels, Integer.parseInt(bytes), grid));
			}
		}
		return images;
	}

	private static String text(final Element e, final String tag) {
		final NodeList all = e.getElementsByTagName(tag);
		return all.getLength() == 0 ? "" : all.item(0).getTextContent().strip();
	}

	private static FloatVolume image(final byte[] pixels, final int bytes, final VoxelGrid grid) {
		final ByteBuffer b = ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN);
		final float[] p = new float[grid.planeSize()];
		for (int i = 0; i < p.length; i++)
			p[i] = bytes == 1 ? b.get() & 0xff : bytes == 2 ? b.getShort() & 0xffff : b.getInt() & 0xffffffffL;
		return FloatVolume.of(grid, new float[][] { p });
	}
}
