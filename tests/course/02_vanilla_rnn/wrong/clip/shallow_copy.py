# mistake: The arrays are clipped in place
def clip(gradients, max_value):
    mine = dict(gradients)
    for g in mine.values():
        g[g > max_value] = max_value
        g[g < -max_value] = -max_value
    return mine
