package sinkmap.siting;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import sinkmap.grid.SinkmapException;

/**
 * Weights of several methods in one, such as what people think and what the data tell: w_j = p_j / sum(p), p_j =
 * product over the methods of w_j^t, with shares t that sum to 1. This is the weighted geometric mean, the multiplicative
 * synthesis of subjective and objective weights (Hwang and Yoon 1981, section 3, for two methods). A criterion to which
 * one method gives no weight has none in the blend.
 *
 * @param blended the methods and their shares, at least two, each method once
 */
public record Blend(List<Share> blended) implements WeightMethod {

    private static final double TOLERANCE = 1e-6;

    /**
     * A method with its exponent.
     *
     * @param method a method, no blend
     * @param share its exponent, above 0 and below 1
     */
    public record Share(WeightMethod method, double share) {
        public Share {
            if (method instanceof Blend) {
                throw new SinkmapException("blend: a blend cannot be a part of a blend");
            }
            if (!(share > 0 && share < 1)) {
                throw new SinkmapException(
                        "blend: the share of " + method.id() + " must lie between 0 and 1, not " + share);
            }
        }
    }

    public Blend {
        blended = List.copyOf(blended);
        if (blended.size() < 2) {
            throw new SinkmapException("blend: needs at least two methods");
        }
        Set<String> seen = new HashSet<>();
        for (Share part : blended) {
            if (!seen.add(part.method().id())) {
                throw new SinkmapException("blend: names " + part.method().id() + " twice");
            }
        }
        double sum = blended.stream().mapToDouble(Share::share).sum();
        if (Math.abs(sum - 1) > TOLERANCE) {
            throw new SinkmapException(
                    String.format(Locale.ROOT, "blend: the shares sum to %.6f; they must sum to 1", sum));
        }
    }

    @Override
    public String id() {
        return "blend";
    }

    @Override
    public Stream<WeightMethod> parts() {
        return Stream.concat(Stream.of(this), blended.stream().map(Share::method));
    }

    @Override
    public Optional<String> findFault(List<Criterion> criteria) {
        return blended.stream()
                .map(part -> part.method().findFault(criteria))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public double[] weights(List<Criterion> criteria, Statistics statistics) {
        return of(blended.stream()
                .map(part -> part.method().weights(criteria, statistics))
                .toList());
    }

    /** The blend of the weights of each method. */
    double[] of(List<double[]> weights) {
        double[] product = new double[weights.get(0).length];
        Arrays.fill(product, 1);
        for (int part = 0; part < blended.size(); part++) {
            for (int j = 0; j < product.length; j++) {
                product[j] *=
                        StrictMath.pow(weights.get(part)[j], blended.get(part).share());
            }
        }
        double sum = Arrays.stream(product).sum();
        if (sum == 0) {
            throw new SinkmapException("blend: each criterion has weight 0 in one of the methods, so that none is left;"
                    + " blend other methods");
        }
        for (int j = 0; j < product.length; j++) {
            product[j] /= sum;
        }
        return product;
    }
}
