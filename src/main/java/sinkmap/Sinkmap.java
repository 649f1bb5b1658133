package sinkmap;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The Spring Boot application; {@code cli} decides which part of it runs. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Sinkmap {}
