import sys
import warnings


def softmax(z):
    print("softmax called with", z.shape)
    print("on stderr", file=sys.stderr)
    warnings.warn("only a warning")
    e = np.exp(z - np.max(z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)
