package sinkmap;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import sinkmap.cli.Cli;

/** The Spring Boot application; the command line decides which part of it runs. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Sinkmap {

    public static void main(String[] arguments) {
        int status = Cli.run(Sinkmap.class, arguments);
        if (status != Cli.SERVING) {
            System.exit(status);
        }
    }
}
