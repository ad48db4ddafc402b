# mistake: Entries beyond the limit are set to 0
def clip(gradients, max_value):
    return {k: g * (abs(g) <= max_value) for k, g in gradients.items()}
