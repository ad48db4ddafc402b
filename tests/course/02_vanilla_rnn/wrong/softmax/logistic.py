# mistake: This is a sigmoid of each score
def softmax(z):
    return 0.5 * (1 + np.tanh(z / 2))
