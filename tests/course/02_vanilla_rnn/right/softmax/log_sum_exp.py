def softmax(z):
    top = z.max(axis=0)
    log_total = top + np.log(np.exp(z - top).sum(axis=0))
    return np.exp(z - log_total)
