import copy


def clip(gradients, max_value):
    mine = copy.deepcopy(gradients)
    for g in mine.values():
        g.flags.writeable = True
        g[g > max_value] = max_value
        g[g < -max_value] = -max_value
    return mine
