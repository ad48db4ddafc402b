# mistake: The caches are taken out of the list one by one
def rnn_backward(da, caches):
    stack, x = caches
    back, steps = 0, []
    while stack:
        t = len(stack) - 1
        steps.insert(0, rnn_cell_backward(da[:, :, t] + back, stack.pop()))
        back = steps[0]["da_prev"]
    return {"dx": np.stack([s["dxt"] for s in steps], axis=2), "da0": back,
            "dWax": sum(s["dWax"] for s in steps), "dWaa": sum(s["dWaa"] for s in steps),
            "dba": sum(s["dba"] for s in steps)}
