"""What only the record beside the engine can be asked; nothing else builds it."""
