package sinkmap.siting;

/** Answers where terms hold, over one window. */
@FunctionalInterface
public interface Truths {

    /**
     * Where a term holds.
     *
     * @param rule the rule that asks, as errors name it
     * @param term the term
     * @return its truth; the masks belong to the caller
     * @throws sinkmap.grid.SinkmapException when a layer that the term needs is empty in the region
     */
    Truth of(String rule, Term term);

    /** Looks at the evidence each time. */
    static Truths over(Evidence evidence) {
        return (rule, term) -> new Evaluation(evidence, rule).of(term);
    }
}
