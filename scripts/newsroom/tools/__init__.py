"""What is made for editors' tools: JSON Schema, the browser editor."""
