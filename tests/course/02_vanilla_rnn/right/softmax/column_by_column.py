import numpy as np


def softmax(scores):
    n_classes, n_examples = scores.shape
    result = np.empty_like(scores)
    for i in range(n_examples):
        column = scores[:, i] - max(scores[:, i])
        exponentials = np.exp(column)
        result[:, i] = exponentials / exponentials.sum()
    return result
