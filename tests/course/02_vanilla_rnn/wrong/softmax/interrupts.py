# own process
# mistake: none
def softmax(z):
    raise KeyboardInterrupt
