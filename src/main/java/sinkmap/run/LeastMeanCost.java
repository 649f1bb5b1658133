package sinkmap.run;

import sinkmap.run.PortfolioSolver.Answer;
import sinkmap.run.PortfolioSolver.State;
import sinkmap.siting.Portfolio;
import sinkmap.siting.PortfolioCandidate;
import sinkmap.siting.PortfolioMeasure;
import sinkmap.siting.PortfolioProblem;

/**
 * The portfolio of least mean levelised cost, yearly cost C over yearly energy E: a quotient of sums, which is no linear
 * objective. By W. Dinkelbach, On nonlinear fractional programming, Management Science 13, 1967: with q the quotient of a
 * portfolio, the one of least C - qE has a lower quotient unless that least is 0, and then none has. Every step is a linear
 * problem, and the quotients fall faster than linearly.
 *
 * <p>A least of C - qE that is proven to be no less than -d leaves no portfolio with a quotient under q - d/E; with the least
 * energy of any portfolio that is the bound stated.
 */
final class LeastMeanCost {

    private static final int MOST_ROUNDS = 50;
    private static final double ROUNDING = 1e-9;

    private final PortfolioProblem problem;
    private final PortfolioSolver solver;

    LeastMeanCost(PortfolioProblem problem, PortfolioSolver solver) {
        this.problem = problem;
        this.solver = solver;
    }

    /**
     * The answer, whose value and bound are yuan/kWh; without energy there is no such cost, and the value is NaN.
     *
     * @param share part of the time left that it may take
     */
    Answer answer(double share) {
        Answer answer = solver.least(problem, PortfolioCandidate::cost_myuan, share / 4);
        for (int round = 0; answer.found() && round < MOST_ROUNDS; round++) {
            Portfolio portfolio = portfolio(answer);
            double cost_myuan = portfolio.cost_myuan();
            double quotient = portfolio.lcoe_yuan_kwh();
            if (portfolio.sum(PortfolioMeasure.ENERGY) == 0) {
                return new Answer(answer.state(), answer.chosen(), Double.NaN, Double.NaN);
            }
            // the constant is what this portfolio costs, so that the gap is relative to that
            Answer next = solver.least(
                    problem, site -> site.cost_myuan() - quotient * site.energy_gwh(), cost_myuan, share / 4);
            if (!next.found()) {
                return new Answer(State.FEASIBLE, answer.chosen(), quotient, 0);
            }
            if (!(portfolio(next).lcoe_yuan_kwh() < quotient * (1 - ROUNDING))) {
                return new Answer(
                        next.state(), answer.chosen(), quotient, bound(quotient, cost_myuan - next.bound(), share));
            }
            answer = next;
        }
        return answer.found()
                ? new Answer(State.FEASIBLE, answer.chosen(), portfolio(answer).lcoe_yuan_kwh(), 0)
                : answer;
    }

    private double bound(double quotient, double distance_myuan, double share) {
        if (distance_myuan <= ROUNDING) {
            return quotient;
        }
        double least_gwh =
                solver.least(problem, PortfolioCandidate::energy_gwh, share / 4).bound();
        return least_gwh > 0 ? Math.max(0, quotient - distance_myuan / least_gwh) : 0;
    }

    private Portfolio portfolio(Answer answer) {
        return new Portfolio(
                answer.chosen().stream().map(problem.candidates()::get).toList());
    }
}
