def clip(gradients, max_value):
    new = {name: np.array(g) for name, g in gradients.items()}
    for name in ["dWax", "dWaa", "dWya", "dba", "dby"]:
        np.clip(new[name], -max_value, max_value, out=new[name])
    return new
