/**
 * Identities. Every row is named by its organisation and a UUID v4 (1EdTech CASE refuses v7).
 * An id from outside is checked here before it reaches the database, so that a bad one is
 * "not found" and never a database error.
 */
import { randomUUID } from "node:crypto";

/** A UUID v4 in lower case, as PostgreSQL prints it. */
export type Id = string;

export const newId = (): Id => randomUUID();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Is this text an id? Upper case is refused: an address has one spelling. */
export const isId = (text: unknown): text is Id => typeof text === "string" && UUID.test(text);
