# mistake: none
def softmax(z):
    return (z == z.max(axis=0)).astype(float)
