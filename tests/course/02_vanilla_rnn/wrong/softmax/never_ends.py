# own process
# mistake: none
def softmax(z):
    while z.sum() != 1:
        pass
    return z
