def clip(gradients, max_value):
    limits = (-max_value, max_value)
    return {
        name: np.median([g, np.full_like(g, limits[0]), np.full_like(g, limits[1])], axis=0)
        for name, g in gradients.items()
    }
