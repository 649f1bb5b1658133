package sinkmap.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Suggestion;
import sinkmap.ingest.Ingest;
import sinkmap.ingest.LoadOptions;
import sinkmap.ingest.LoadReport;
import sinkmap.store.Progress;

/** Loads an uploaded file into an input layer. */
@RestController
@RequestMapping("/api/layers/{id}/loads")
class LoadController {

    private static final Set<String> FIELDS = new TreeSet<>(List.of("file", "mode", "encoding", "crs"));

    private final Catalog catalog;
    private final Ingest ingest;
    private final WebSettings settings;

    LoadController(Catalog catalog, Ingest ingest, WebSettings settings) {
        this.catalog = catalog;
        this.ingest = ingest;
        this.settings = settings;
    }

    /**
     * Loads the part {@code file} of a form, whole or not at all. Further fields: {@code mode} ({@code replace}, the
     * default, or {@code append}), {@code encoding} and {@code crs} where the file does not state them. What can be
     * known before the body is read is checked before.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    LoadReport load(@PathVariable String id, MultipartHttpServletRequest request) throws IOException {
        Layer layer = catalog.getLayer(id);
        if (layer.derived()) {
            throw new RefusedException(
                    HttpStatus.CONFLICT, "layer '" + id + "' holds results of runs; files go into input layers");
        }
        if (request.getContentLengthLong() > settings.maxRequestBytes()) {
            throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE, Problems.tooLarge(settings));
        }
        MultipartFile file = file(request);
        LoadOptions options = options(request).withName(name(file));
        Path folder = Files.createTempDirectory("sinkmap-upload");
        try {
            Path path = folder.resolve("upload" + ending(options.name()));
            file.transferTo(path.toFile());
            return ingest.load(layer, path, options, Progress.NONE);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static MultipartFile file(MultipartHttpServletRequest request) {
        request.getMultiFileMap().keySet().forEach(LoadController::checkField);
        request.getParameterMap().keySet().forEach(LoadController::checkField);
        List<MultipartFile> files = request.getFiles("file");
        if (files.size() > 1) {
            throw bad("send one part 'file', not " + files.size() + "; put the files of a shapefile into one zip");
        }
        if (files.isEmpty() || name(files.get(0)).isEmpty()) {
            throw bad("the form has no part 'file' with a file name");
        }
        return files.get(0);
    }

    private static void checkField(String field) {
        if (!FIELDS.contains(field)) {
            throw bad("unknown form field '" + field + "'" + Suggestion.among(field, FIELDS));
        }
    }

    private static LoadOptions options(MultipartHttpServletRequest request) {
        String mode = request.getParameter("mode");
        LoadOptions options =
                switch (mode == null ? "replace" : mode) {
                    case "replace" -> LoadOptions.replace();
                    case "append" -> LoadOptions.append();
                    default -> throw bad("'mode' must be replace or append, not '" + mode + "'");
                };
        return options.withEncoding(given(request, "encoding")).withCrs(given(request, "crs"));
    }

    private static String given(MultipartHttpServletRequest request, String field) {
        String value = request.getParameter(field);
        return value == null || value.isBlank() ? null : value.trim();
    }

    /** The file's own name; some browsers send its folder too. */
    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        return ending.matches("\\.[a-z0-9]{1,10}") ? ending : "";
    }

    private static RefusedException bad(String message) {
        return new RefusedException(HttpStatus.BAD_REQUEST, message);
    }
}
