"""The record as linked data: JSON-LD in the words of schema.org, one id for both languages."""
