"""督查通报: what is written of a month, every number with the rows it rests on."""
