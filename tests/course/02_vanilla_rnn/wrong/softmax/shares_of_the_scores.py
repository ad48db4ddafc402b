# mistake: The scores themselves are divided by their sum
def softmax(z):
    total = 0
    for row in z:
        total = total + row
    return np.array([row / total for row in z])
