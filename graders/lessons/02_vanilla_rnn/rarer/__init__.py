"""Mistakes that are met less often than those beside each contract, one module an exercise."""
