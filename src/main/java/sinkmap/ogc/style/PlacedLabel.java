package sinkmap.ogc.style;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * A label at a place on the picture.
 *
 * @param outline outline of its letters
 * @param boxes rectangles that cover it closely
 * @param frame its own rectangle before it was turned: width and height around the origin; null along a curve
 * @param centre where the frame's centre is
 * @param turn how the frame is turned, radians clockwise
 */
record PlacedLabel(Shape outline, List<Rectangle2D> boxes, Rectangle2D frame, Coordinate centre, double turn) {

    /** A straight label. */
    static PlacedLabel straight(LabelText text, AffineTransform place) {
        Rectangle2D box = text.bounds();
        double[] corners = {
            box.getMinX(), box.getMinY(), box.getMaxX(), box.getMinY(), box.getCenterX(), box.getCenterY()
        };
        place.transform(corners, 0, corners, 0, 3);
        double turn = Math.atan2(corners[3] - corners[1], corners[2] - corners[0]);
        return new PlacedLabel(
                place.createTransformedShape(text.outline()),
                pieces(box, place, turn),
                new Rectangle2D.Double(-box.getWidth() / 2, -box.getHeight() / 2, box.getWidth(), box.getHeight()),
                new Coordinate(corners[4], corners[5]),
                turn);
    }

    /** A turned box is covered by smaller ones, so that it does not claim the room around it. */
    private static List<Rectangle2D> pieces(Rectangle2D box, AffineTransform place, double turn) {
        boolean level = Math.abs(Math.sin(2 * turn)) < 1e-6;
        int count = level ? 1 : (int) Math.max(1, Math.ceil(box.getWidth() / Math.max(1, box.getHeight())));
        List<Rectangle2D> pieces = new ArrayList<>();
        double width = box.getWidth() / count;
        for (int i = 0; i < count; i++) {
            Rectangle2D piece = new Rectangle2D.Double(box.getX() + i * width, box.getY(), width, box.getHeight());
            pieces.add(place.createTransformedShape(piece).getBounds2D());
        }
        return pieces;
    }

    /**
     * A label whose letters follow a line.
     *
     * @param start where on the line the first letter begins
     * @param offset how far above the line
     * @param mostTurn largest turn between two letters, radians
     * @return none when the line is too short or bends too much
     */
    static Optional<PlacedLabel> along(
            LabelText text, Coordinate[] line, double start, double offset, double mostTurn) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        List<Rectangle2D> boxes = new ArrayList<>();
        double at = start;
        double before = Double.NaN;
        double middle = -text.middle();
        for (int i = 0; i < text.letters().size(); i++) {
            double advance = text.advances().get(i);
            Optional<Lines.Place> place = Lines.at(line, at + advance / 2);
            if (place.isEmpty() || turns(before, place.get().angle()) > mostTurn) {
                return Optional.empty();
            }
            AffineTransform letter = AffineTransform.getTranslateInstance(
                    place.get().point().x, place.get().point().y);
            letter.rotate(place.get().angle());
            letter.translate(-advance / 2, middle - offset);
            outline.append(letter.createTransformedShape(text.letters().get(i)), false);
            boxes.add(letter.createTransformedShape(new Rectangle2D.Double(
                            0, text.bounds().getY(), advance, text.bounds().getHeight()))
                    .getBounds2D());
            before = place.get().angle();
            at += advance;
        }
        Rectangle2D all = outline.getBounds2D();
        return Optional.of(
                new PlacedLabel(outline, boxes, null, new Coordinate(all.getCenterX(), all.getCenterY()), 0));
    }

    private static double turns(double a, double b) {
        return Double.isNaN(a) ? 0 : Math.abs(Math.IEEEremainder(b - a, 2 * Math.PI));
    }
}
