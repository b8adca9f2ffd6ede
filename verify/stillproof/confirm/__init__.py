"""Second opinions on what the engine computes: `agree` compares it with the `roads`, which get `plain_data` only."""
