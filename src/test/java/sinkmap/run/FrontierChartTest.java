package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import sinkmap.grid.SinkmapException;

class FrontierChartTest {

    private static PortfolioResult.FrontierPoint point(int number, double cost_myuan, double carbon_tc) {
        return new PortfolioResult.FrontierPoint(
                number, carbon_tc, new PortfolioResult.Sums(2, 100, 200, cost_myuan, 0.3, carbon_tc), 0, List.of());
    }

    private static PortfolioResult result(PortfolioResult.FrontierPoint... points) {
        return new PortfolioResult(
                "optimal", null, List.of(), 0, 0, List.of(), null, null, List.of(points), "solver", 0);
    }

    private static List<double[]> dots(String svg) throws Exception {
        NodeList circles = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("circle");
        List<double[]> dots = new ArrayList<>();
        for (int i = 0; i < circles.getLength(); i++) {
            Element circle = (Element) circles.item(i);
            dots.add(new double[] {
                Double.parseDouble(circle.getAttribute("cx")), Double.parseDouble(circle.getAttribute("cy"))
            });
        }
        return dots;
    }

    @Test
    void moreCarbonIsFurtherRightAndMoreCostIsHigher() throws Exception {
        List<double[]> dots = dots(FrontierChart.svg(result(point(1, 90, 100), point(2, 70, 300), point(3, 60, 400))));
        assertThat(dots).hasSize(3);
        assertThat(dots.get(1)[0]).isGreaterThan(dots.get(0)[0]);
        assertThat(dots.get(1)[1]).isGreaterThan(dots.get(0)[1]);
        // 300 lies two thirds of the way from 100 to 400
        assertThat(dots.get(1)[0] - dots.get(0)[0]).isEqualTo(2 * (dots.get(2)[0] - dots.get(1)[0]), within(0.3));
    }

    @Test
    void portfoliosThatAreAllTheSameHaveAPlace() throws Exception {
        List<double[]> dots = dots(FrontierChart.svg(result(point(1, 0, 0))));
        assertThat(dots).hasSize(1);
        assertThat(dots.get(0)[0]).isFinite();
        assertThat(dots.get(0)[1]).isFinite();
    }

    @Test
    void withoutFrontierThereIsNoChart() {
        assertThatThrownBy(() -> FrontierChart.svg(result()))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("no frontier to draw");
    }
}
