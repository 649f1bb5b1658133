package sinkmap.run;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.PortfolioCandidate;
import sinkmap.siting.PortfolioProblem;

/**
 * Solves portfolio problems exactly, by branch and cut with SCIP in Google OR-Tools, one after another against one clock.
 * The gap of a solution is its distance from a proven bound, {@code (value - bound) / |value|}.
 *
 * <p>Why SCIP: with 40, 200, 500 and 2,000 sites (16 cities, three technologies, three shares, overlaps) it closed the
 * gap to 1e-4 in 0.03, 1.0, 1.3 and 11 s on two cores and proved its bound. HiGHS through OR-Tools is faster (2 s for
 * 2,000 sites) but reports its own objective as the bound; CP-SAT did not close 2,000 sites in 20 s; ojAlgo 57 reports no
 * bound, called solutions optimal that were 0.03 to 0.08 % off, and at a tolerance of 1e-7 did not finish 500 sites in
 * 20 s.
 */
final class PortfolioSolver {

    private static final double NANOS = 1e9;
    private static final double SHORTEST_s = 0.05;

    private final double gap;
    private final long deadline;
    private MPSolver running;
    private boolean cancelled;

    /**
     * A solver.
     *
     * @param gap relative gap at which a solution counts as optimal
     * @param limit_s seconds for all problems together
     */
    PortfolioSolver(double gap, double limit_s) {
        load();
        this.gap = gap;
        this.deadline = System.nanoTime() + (long) (limit_s * NANOS);
    }

    /** How a problem ended. */
    enum State {
        /** Solved, the gap closed. */
        OPTIMAL,
        /** A solution, but the time was over before the gap was closed. */
        FEASIBLE,
        /** Proven to have no solution. */
        INFEASIBLE,
        /** The time was over before a solution or a proof was found. */
        UNDECIDED
    }

    /**
     * An answer.
     *
     * @param state how it ended
     * @param chosen indexes of the sites; empty without a solution
     * @param value the sum that was minimised; NaN without a solution
     * @param bound what no portfolio can be under; NaN without a solution
     */
    record Answer(State state, Set<Integer> chosen, double value, double bound) {

        boolean found() {
            return state == State.OPTIMAL || state == State.FEASIBLE;
        }

        /** Relative distance of the value from the bound, not negative. */
        double gap() {
            double distance = Math.max(0, value - bound);
            return distance <= 1e-9 ? 0 : distance / Math.max(Math.abs(value), 1e-9);
        }
    }

    /**
     * The portfolio with the least sum of a weight.
     *
     * @param share part of the time left that this problem may take, over 0 to 1
     */
    Answer least(PortfolioProblem problem, ToDoubleFunction<PortfolioCandidate> weight, double share) {
        return solve(problem, model -> model.minimise(weight), share);
    }

    /** The same with a constant added to the sum, which its gap is then relative to. */
    Answer least(PortfolioProblem problem, ToDoubleFunction<PortfolioCandidate> weight, double offset, double share) {
        return solve(problem, model -> model.minimise(weight, offset), share);
    }

    /** The same, with another sum bounded from above. */
    Answer least(
            PortfolioProblem problem,
            ToDoubleFunction<PortfolioCandidate> weight,
            ToDoubleFunction<PortfolioCandidate> limited,
            double most,
            double share) {
        return solve(
                problem,
                model -> {
                    model.limit(limited, most);
                    model.minimise(weight);
                },
                share);
    }

    /** The choice that fails some quotas, by index, by the least sum of violations over their scales. */
    Answer leastViolation(PortfolioProblem problem, Set<Integer> elastic, double share) {
        return solve(problem, model -> model.minimiseViolation(elastic), share);
    }

    /** Stops the problem that is being solved; whoever waits for it, and asks again, gets a {@link CancellationException}. */
    synchronized void cancel() {
        cancelled = true;
        if (running != null) {
            running.interruptSolve();
        }
    }

    private Answer solve(PortfolioProblem problem, Consumer<PortfolioModel> question, double share) {
        MPSolver solver = MPSolver.createSolver("SCIP");
        if (solver == null) {
            throw new SinkmapException("this build of OR-Tools holds no SCIP, which solves portfolios");
        }
        begin(solver);
        MPSolverParameters parameters = new MPSolverParameters();
        try {
            PortfolioModel model = new PortfolioModel(problem, solver);
            question.accept(model);
            double left_s = Math.max(SHORTEST_s, (deadline - System.nanoTime()) / NANOS * share);
            solver.setTimeLimit((long) (left_s * 1000));
            parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, gap);
            return answer(solver.solve(parameters), solver, model);
        } finally {
            parameters.delete();
            end(solver);
        }
    }

    private Answer answer(ResultStatus status, MPSolver solver, PortfolioModel model) {
        synchronized (this) {
            if (cancelled) {
                throw new CancellationException("the portfolio was cancelled");
            }
        }
        return switch (status) {
            case OPTIMAL, FEASIBLE ->
                new Answer(
                        status == ResultStatus.OPTIMAL ? State.OPTIMAL : State.FEASIBLE,
                        model.chosen(),
                        solver.objective().value(),
                        solver.objective().bestBound());
            case INFEASIBLE -> new Answer(State.INFEASIBLE, Set.of(), Double.NaN, Double.NaN);
            case NOT_SOLVED -> new Answer(State.UNDECIDED, Set.of(), Double.NaN, Double.NaN);
            default -> throw new IllegalStateException("SCIP ended with " + status);
        };
    }

    private synchronized void begin(MPSolver solver) {
        if (cancelled) {
            solver.delete();
            throw new CancellationException("the portfolio was cancelled");
        }
        running = solver;
    }

    private synchronized void end(MPSolver solver) {
        running = null;
        solver.delete();
    }

    private static void load() {
        try {
            Loader.loadNativeLibraries();
        } catch (RuntimeException | LinkageError e) {
            throw new SinkmapException(
                    "portfolios are solved by OR-Tools, which has no library for this system ("
                            + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "): "
                            + e.getMessage(),
                    e);
        }
    }
}
