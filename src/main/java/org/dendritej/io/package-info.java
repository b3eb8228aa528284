// SPDX-License-Identifier: BSD-2-Clause
/** Files: documents, tables, material sets and what instruments write. */
package org.dendritej.io;
