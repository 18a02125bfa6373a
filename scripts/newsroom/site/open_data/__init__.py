"""The record as tables and as a bilingual corpus, for programs and spreadsheets."""
