"""What connects the engine to other programs: the generator, the command line."""
