package sinkmap.sink;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much of an account rests on numbers checked in one way.
 *
 * @param verification how they were checked
 * @param rows rows of factors, of stocks and flows, each counted once
 * @param stock_tc stock of the pools whose least sure row was checked so, t C; all of them together are the stock of the
 *     account
 */
public record Verified(Verification verification, int rows, double stock_tc) {

    /** Every way of checking that rows of an account were checked in, the surest first. */
    public static List<Verified> of(Account account) {
        Map<Verification, Set<String>> rows = new EnumMap<>(Verification.class);
        Map<Verification, Double> stock_tc = new EnumMap<>(Verification.class);
        for (Account.OfStratum stratum : account.strata()) {
            for (Account.OfPool pool : stratum.pools()) {
                List<Factor> factors = pool.entry().factors();
                Verification.weakest(factors.stream().map(Factor::verification).toList())
                        .ifPresent(weakest ->
                                stock_tc.merge(weakest, pool.stock().value().value(), Double::sum));
            }
            factors(stratum)
                    .forEach(f -> rows.computeIfAbsent(f.verification(), v -> new HashSet<>())
                            .add(f.id()));
        }
        return Arrays.stream(Verification.values())
                .filter(rows::containsKey)
                .map(v -> new Verified(v, rows.get(v).size(), stock_tc.getOrDefault(v, 0.0)))
                .toList();
    }

    private static Stream<Factor> factors(Account.OfStratum stratum) {
        return Stream.concat(
                stratum.pools().stream().flatMap(pool -> pool.entry().factors().stream()),
                stratum.flowPools().stream().flatMap(flow -> flow.entry().factors().stream()));
    }
}
