# mistake: none
def output_backward(y_pred, y, a, parameters):
    return output_backward(y_pred, y, a, parameters)
