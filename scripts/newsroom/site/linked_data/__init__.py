"""The record as linked data: JSON-LD in the words of schema.org, an id a thing in both languages."""
