// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * Turns records into JSON trees and back, strictly: an unknown or missing key, a wrong type or a number out of range is
 * an error that names its place. NaN is written as null, and null is read as NaN, for numbers.
 */
final class RecordTree {

	private RecordTree() {}

	/** Thrown for a tree that does not fit; the message names the place. */
	static final class Mismatch extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Mismatch(final String place, final String problem) {
			super(place + " " + problem);
		}
	}

	static JsonElement write(final Object value) {
		if (value == null) return JsonNull.INSTANCE;
		if (value instanceof Double) return ((Double) value).isNaN() ? JsonNull.INSTANCE : number((Double) value);
		if (value instanceof Number) return new JsonPrimitive((Number) value);
		if (value instanceof Boolean) return new JsonPrimitive((Boolean) value);
		if (value instanceof Enum) return new JsonPrimitive(((Enum<?>) value).name());
		if (value instanceof String) return new JsonPrimitive((String) value);
		if (value instanceof List) {
			final JsonArray a = new JsonArray();
			((List<?>) value).forEach(v -> a.add(write(v)));
			return a;
		}
		if (value instanceof Map) {
			final JsonObject o = new JsonObject();
			((Map<?, ?>) value).forEach((k, v) -> o.add(k.toString(), write(v)));
			return o;
		}
		final JsonObject o = new JsonObject();
		for (final RecordComponent c : value.getClass().getRecordComponents())
			o.add(c.getName(), write(get(c, value)));
		return o;
	}

	/** Infinities have no JSON number; they are written as the texts "Infinity" and "-Infinity". */
	private static JsonElement number(final double d) {
		return Double.isInfinite(d) ? new JsonPrimitive(Double.toString(d)) : new JsonPrimitive(d);
	}

	private static Object get(final RecordComponent c, final Object record) {
		try {
			return c.getAccessor().invoke(record);
		}
		catch (IllegalAccessException | InvocationTargetException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Reads {@code json} as {@code type}; {@code variables} resolves type variables of the enclosing record. */
	static Object read(final String place, final JsonElement json, final Type type, final Map<String, Type> variables) {
		if (type instanceof TypeVariable) return read(place, json, variables.get(((TypeVariable<?>) type).getName()), variables);
		if (type instanceof ParameterizedType) return readGeneric(place, json, (ParameterizedType) type, variables);
		final Class<?> c = (Class<?>) type;
		if (c == double.class) return readDouble(place, json);
		if (json.isJsonNull()) {
			if (c.isPrimitive()) throw new Mismatch(place, "is empty where a value must stand");
			return null;
		}
		if (c.isRecord()) return readRecord(place, json, c, Map.of());
		if (!json.isJsonPrimitive()) throw new Mismatch(place, "is not a single value");
		return readPrimitive(place, json.getAsJsonPrimitive(), c);
	}

	private static Object readGeneric(final String place, final JsonElement json, final ParameterizedType type,
		final Map<String, Type> outer)
	{
		if (json.isJsonNull()) return null;
		final Class<?> raw = (Class<?>) type.getRawType();
		final Type[] arguments = type.getActualTypeArguments();
		if (raw == List.class) {
			if (!json.isJsonArray()) throw new Mismatch(place, "is not a list");
			final List<Object> list = new ArrayList<>();
			for (final JsonElement e : json.getAsJsonArray())
				list.add(read(place + "[" + list.size() + "]", e, arguments[0], outer));
			return list;
		}
		if (raw == Map.class) {
			final Map<String, Object> map = new TreeMap<>();
			object(place, json).entrySet().forEach(e -> map.put(e.getKey(), read(place + "." + e.getKey(), e.getValue(), arguments[1], outer)));
			return map;
		}
		final Map<String, Type> inner = new TreeMap<>();
		final TypeVariable<?>[] names = raw.getTypeParameters();
		for (int i = 0; i < names.length; i++)
			inner.put(names[i].getName(), arguments[i]);
		return readRecord(place, json, raw, inner);
	}

	private static JsonObject object(final String place, final JsonElement json) {
		if (!json.isJsonObject()) throw new Mismatch(place, "is not an object with keys");
		return json.getAsJsonObject();
	}

	private static Object readRecord(final String place, final JsonElement json, final Class<?> c,
		final Map<String, Type> variables)
	{
		final JsonObject o = object(place, json);
		final RecordComponent[] components = c.getRecordComponents();
		final Object[] values = new Object[components.length];
		final Class<?>[] types = new Class<?>[components.length];
		final Set<String> unread = new HashSet<>(o.keySet());
		for (int i = 0; i < components.length; i++) {
			final String name = components[i].getName();
			if (!unread.remove(name)) throw new Mismatch(place, "has no key \"" + name + "\"");
			types[i] = components[i].getType();
			values[i] = read(place + "." + name, o.get(name), components[i].getGenericType(), variables);
		}
		if (!unread.isEmpty()) throw new Mismatch(place, "has the unknown key \"" + unread.iterator().next() + "\"");
		try {
			return c.getDeclaredConstructor(types).newInstance(values);
		}
		catch (final InvocationTargetException e) {
			throw new Mismatch(place, "is not valid: " + e.getCause().getMessage());
		}
		catch (final ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static double readDouble(final String place, final JsonElement json) {
		if (json.isJsonNull()) return Double.NaN;
		if (json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber()) {
			final double d = json.getAsDouble();
			if (!Double.isFinite(d)) throw new Mismatch(place, "holds a number too large for double precision");
			return d;
		}
		if (json.isJsonPrimitive() && "Infinity".equals(json.getAsString())) return Double.POSITIVE_INFINITY;
		if (json.isJsonPrimitive() && "-Infinity".equals(json.getAsString())) return Double.NEGATIVE_INFINITY;
		throw new Mismatch(place, "is not a number");
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static Object readPrimitive(final String place, final JsonPrimitive p, final Class<?> c) {
		if (c == String.class && p.isString()) return p.getAsString();
		if ((c == boolean.class || c == Boolean.class) && p.isBoolean()) return p.getAsBoolean();
		if (c.isEnum() && p.isString()) {
			for (final Object e : c.getEnumConstants())
				if (((Enum) e).name().equals(p.getAsString())) return e;
			throw new Mismatch(place, "holds the unknown word \"" + p.getAsString() + "\"");
		}
		if (p.isNumber()) {
			final double d = p.getAsDouble();
			if ((c == int.class || c == Integer.class) && d == (int) d) return (int) d;
			if ((c == long.class || c == Long.class) && d == Math.rint(d) && Math.abs(d) <= 1L << 53) return p.getAsLong();
		}
		throw new Mismatch(place, "holds " + p + ", which is not a " + c.getSimpleName().toLowerCase(java.util.Locale.ROOT));
	}
}
