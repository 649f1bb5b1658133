package sinkmap.run;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import sinkmap.siting.PortfolioCandidate;
import sinkmap.siting.PortfolioProblem;
import sinkmap.siting.PortfolioProblem.Overlap;
import sinkmap.siting.PortfolioQuota;
import sinkmap.siting.PortfolioQuota.Bound;

/**
 * A portfolio problem as a mixed-integer program: one binary variable a site, one row a quota, one row a pair of sites
 * that overlap. An elastic row has a slack that costs, so that a problem without an answer tells how far it is from one
 * (elastic programming: Brown and Graves 1975; Chinneck 2008, Feasibility and Infeasibility in Optimization, chapter 6).
 */
final class PortfolioModel {

    private static final double NO_LIMIT = MPSolver.infinity();

    private final PortfolioProblem problem;
    private final MPSolver solver;
    private final MPVariable[] take;

    PortfolioModel(PortfolioProblem problem, MPSolver solver) {
        this.problem = problem;
        this.solver = solver;
        this.take = new MPVariable[problem.candidates().size()];
        for (int i = 0; i < take.length; i++) {
            String id = problem.candidates().get(i).id();
            double least = problem.lockedIn().contains(id) ? 1 : 0;
            double most = problem.lockedOut().contains(id) ? 0 : 1;
            take[i] = solver.makeIntVar(least, most, "");
        }
        for (Overlap overlap : problem.overlaps()) {
            MPConstraint atMostOne = solver.makeConstraint(-NO_LIMIT, 1);
            atMostOne.setCoefficient(take[overlap.first()], 1);
            atMostOne.setCoefficient(take[overlap.second()], 1);
        }
    }

    /** Minimises a sum over the chosen sites under all quotas. */
    void minimise(ToDoubleFunction<PortfolioCandidate> weight) {
        for (int i = 0; i < problem.quotas().size(); i++) {
            row(problem.quotas().get(i));
        }
        objective(weight).setMinimization();
    }

    /** The same with a constant added, which the gap is then relative to. */
    void minimise(ToDoubleFunction<PortfolioCandidate> weight, double offset) {
        minimise(weight);
        solver.objective().setOffset(offset);
    }

    /** Lets some quotas, by index, be failed, and minimises by how much: the sum of violations, each over its scale. */
    void minimiseViolation(Set<Integer> elastic) {
        MPObjective objective = solver.objective();
        for (int i = 0; i < problem.quotas().size(); i++) {
            PortfolioQuota quota = problem.quotas().get(i);
            MPConstraint row = row(quota);
            if (elastic.contains(i)) {
                MPVariable slack = solver.makeNumVar(0, NO_LIMIT, "");
                row.setCoefficient(slack, quota.bound() == Bound.AT_LEAST ? 1 : -1);
                objective.setCoefficient(slack, 1 / problem.scale(quota));
            }
        }
        objective.setMinimization();
    }

    /** Bounds another sum over the chosen sites from above. */
    void limit(ToDoubleFunction<PortfolioCandidate> weight, double most) {
        MPConstraint row = solver.makeConstraint(-NO_LIMIT, most);
        for (int i = 0; i < take.length; i++) {
            set(row, i, weight.applyAsDouble(problem.candidates().get(i)));
        }
    }

    /** Indexes of the sites of the solution. */
    Set<Integer> chosen() {
        Set<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < take.length; i++) {
            if (take[i].solutionValue() > 0.5) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    private MPConstraint row(PortfolioQuota quota) {
        MPConstraint row = quota.bound() == Bound.AT_LEAST
                ? solver.makeConstraint(quota.limit(), NO_LIMIT)
                : solver.makeConstraint(-NO_LIMIT, quota.limit());
        for (int i = 0; i < take.length; i++) {
            set(row, i, quota.coefficient(problem.candidates().get(i)));
        }
        return row;
    }

    private MPObjective objective(ToDoubleFunction<PortfolioCandidate> weight) {
        MPObjective objective = solver.objective();
        for (int i = 0; i < take.length; i++) {
            PortfolioCandidate site = problem.candidates().get(i);
            if (!problem.lockedOut().contains(site.id())) {
                objective.setCoefficient(take[i], weight.applyAsDouble(site));
            }
        }
        return objective;
    }

    private void set(MPConstraint row, int site, double coefficient) {
        if (coefficient != 0
                && !problem.lockedOut().contains(problem.candidates().get(site).id())) {
            row.setCoefficient(take[site], coefficient);
        }
    }
}
